package org.openimr.systemtest.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An authority, created for one test, and keys with certificates by it, for this machine; by the
 * JDK's keytool.
 */
final class TestCertificates {
  static final String PASSWORD = "synthetic-store";
  private static final String AUTHORITY = "authority";

  private final Path folder;

  private TestCertificates(Path folder) {
    this.folder = folder;
  }

  static TestCertificates create(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    TestCertificates made = new TestCertificates(folder);
    made.generate(AUTHORITY, "-ext", "bc:critical=ca:true", "-ext", "ku=keyCertSign");
    Path certificate = folder.resolve("authority.crt");
    made.keytool(
        made.all(), "-exportcert", "-rfc", "-alias", AUTHORITY, "-file", certificate.toString());
    made.keytool(
        made.trustStore(),
        "-importcert",
        "-noprompt",
        "-alias",
        AUTHORITY,
        "-file",
        certificate.toString());
    return made;
  }

  /** A store with the authority's certificate alone. */
  Path trustStore() {
    return folder.resolve("trusted.p12");
  }

  /** A store with the key of one name and its certificate, {@code CN=name}. */
  Path keyStore(String name) throws IOException, InterruptedException {
    Path keys = folder.resolve(name + ".p12");
    if (!Files.exists(keys)) {
      generate(name, "-signer", AUTHORITY, "-ext", "san=ip:127.0.0.1,dns:localhost");
      keytool(
          keys,
          "-importkeystore",
          "-srckeystore",
          all().toString(),
          "-srcstorepass",
          PASSWORD,
          "-srcalias",
          name,
          "-destkeystore",
          keys.toString(),
          "-deststorepass",
          PASSWORD);
    }
    return keys;
  }

  private Path all() {
    return folder.resolve("all.p12");
  }

  private void generate(String name, String... more) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC"));
    arguments.addAll(List.of("-groupname", "secp256r1", "-validity", "2"));
    arguments.addAll(List.of(more));
    keytool(all(), arguments.toArray(String[]::new));
  }

  private void keytool(Path store, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    if (!command.contains("-importkeystore")) {
      command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
      command.addAll(List.of("-storepass", PASSWORD));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException("keytool " + arguments[0] + ": " + said);
    }
  }
}
