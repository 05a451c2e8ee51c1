package org.openimr.runtime.http;

import java.nio.file.Path;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A server's key and certificate.
 *
 * @param keystore PKCS 12 file
 * @param password of the file
 */
public record TlsKeystore(Path keystore, String password) {
  /** The password is not to be printed. */
  @Override
  public String toString() {
    return "Tls[" + keystore + "]";
  }

  /** What Jetty takes; TLS 1.2 and 1.3. */
  public SslContextFactory.Server sslContextFactory() {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setKeyStorePath(keystore.toUri().toString());
    factory.setKeyStoreType("PKCS12");
    factory.setKeyStorePassword(password);
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return factory;
  }
}
