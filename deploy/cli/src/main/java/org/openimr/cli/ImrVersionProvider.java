package org.openimr.cli;

import java.util.Optional;
import org.openimr.parser.ParserVersion;
import picocli.CommandLine.IVersionProvider;

/** Versions of the command, its parser and the Java runtime. */
final class ImrVersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Imr.class.getPackage().getImplementationVersion())
            .orElse("(unpackaged)");
    return new String[] {
      "imr " + version,
      "parser " + ParserVersion.CURRENT,
      "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
