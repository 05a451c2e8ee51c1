package org.openimr.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** Reads a request's body no further than allowed, neither in bytes nor in time. */
final class RequestBody {
  private static final int BUFFER = 64 << 10;

  private RequestBody() {}

  /**
   * Reads a body to its end.
   *
   * @param announced its length; -1 where the client does not say
   * @param most largest body, in bytes
   */
  static byte[] read(InputStream in, long announced, int most, HttpLimits limits) throws Refusal {
    if (announced > most) {
      throw tooLarge(most);
    }
    long end = System.nanoTime() + limits.bodyTime().toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.max(BUFFER, announced));
    byte[] buffer = new byte[BUFFER];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        body.write(buffer, 0, read);
        if (body.size() > most) {
          throw tooLarge(most);
        }
        if (System.nanoTime() - end > 0) {
          throw Refusal.tooSlow(
              "the body took more than "
                  + TimeUnit.NANOSECONDS.toSeconds(limits.bodyTime().toNanos())
                  + " s");
        }
      }
    } catch (IOException e) {
      throw Refusal.malformed("the body ended before its end");
    }
    return body.toByteArray();
  }

  private static Refusal tooLarge(int most) {
    return Refusal.tooLarge("more than " + most + " bytes");
  }
}
