package org.openimr.runtime.http;

import java.nio.file.Path;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The key and certificate of a server.
 *
 * @param keystore PKCS 12 file
 * @param password of the file
 */
public record TlsKeystore(Path keystore, String password) {
  /** Does not contain the password. */
  @Override
  public String toString() {
    return "TlsKeystore[" + keystore + "]";
  }

  /** Jetty's configuration for TLS 1.2 and 1.3. */
  public SslContextFactory.Server sslContextFactory() {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setKeyStorePath(keystore.toUri().toString());
    factory.setKeyStoreType("PKCS12");
    factory.setKeyStorePassword(password);
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return factory;
  }
}
