package org.openimr.ingest.source.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;

/** Reads a request's body no further than allowed, neither in bytes nor in time. */
final class RequestBodyReader {
  private static final int BUFFER = 8 << 10;

  private RequestBodyReader() {}

  /**
   * Reads a body to its end.
   *
   * @param announced its length; -1 where the client does not say
   * @param most largest body, in bytes
   * @param place gets each stretch of it as it comes, for what is only announced takes no room
   */
  static byte[] read(
      InputStream in, long announced, int most, HttpLimits limits, RequestAdmission.Permit place)
      throws RequestRejectedException {
    if (announced > most) {
      throw tooLarge(most);
    }
    long end = System.nanoTime() + limits.bodyTimeout().toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER);
    byte[] buffer = new byte[BUFFER];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (body.size() + read > most) {
          throw tooLarge(most);
        }
        place.reserve(read);
        body.write(buffer, 0, read);
        if (System.nanoTime() - end > 0) {
          throw RequestRejectedException.tooSlow(
              "the body took more than " + limits.bodyTimeout().toMillis() + " ms");
        }
      }
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw RequestRejectedException.tooSlow("nothing more of the body came");
      }
      throw RequestRejectedException.malformed("the body ended before its end");
    }
    return body.toByteArray();
  }

  private static RequestRejectedException tooLarge(int most) {
    return RequestRejectedException.tooLarge("more than " + most + " bytes");
  }
}
