package org.openimr.ingest.source.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;

/** Reads the body of a request within limits on its size and on the time it takes. */
final class RequestBodyReader {
  private static final int BUFFER = 8 << 10;

  private RequestBodyReader() {}

  /**
   * Reads a body to its end.
   *
   * @param contentLength the body's length in bytes; -1 if unknown
   * @param maxBytes maximum size of the body
   * @param permit reserves the bytes as they arrive, since an announced length alone takes no
   *     memory
   */
  static byte[] read(
      InputStream in,
      long contentLength,
      int maxBytes,
      HttpLimits limits,
      RequestAdmission.Permit permit)
      throws RequestRejectedException {
    if (contentLength > maxBytes) {
      throw tooLarge(maxBytes);
    }
    long deadline = System.nanoTime() + limits.bodyTimeout().toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER);
    byte[] buffer = new byte[BUFFER];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (body.size() + read > maxBytes) {
          throw tooLarge(maxBytes);
        }
        permit.reserve(read);
        body.write(buffer, 0, read);
        if (System.nanoTime() - deadline > 0) {
          throw RequestRejectedException.tooSlow(
              "the body did not arrive within " + limits.bodyTimeout().toMillis() + " ms");
        }
      }
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw RequestRejectedException.tooSlow("the client stopped sending the body");
      }
      throw RequestRejectedException.malformed("the body is incomplete");
    }
    return body.toByteArray();
  }

  private static RequestRejectedException tooLarge(int maxBytes) {
    return RequestRejectedException.tooLarge("more than " + maxBytes + " bytes");
  }
}
