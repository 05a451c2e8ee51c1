package org.openimr.ingest.extract;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The command line of the process that reads PDFs: this JVM's Java, PDFBox and little else. */
final class WorkerCommand {
  private static final List<Class<?>> PARTS =
      List.of(
          PdfWorker.class,
          PDDocument.class,
          FontBoxFont.class,
          RandomAccessRead.class,
          LogFactory.class);

  private WorkerCommand() {}

  static List<String> of(Limits limits) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.memoryMegabytes() + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-UsePerfData");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-XX:ErrorFile=/dev/null");
    command.add("-Djava.awt.headless=true");
    // PDFBox's warnings may quote the document
    command.add(
        "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl");
    command.add("-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");
    command.add("-cp");
    command.add(classPath());
    command.add(PdfWorker.class.getName());
    command.addAll(arguments(limits));
    return command;
  }

  static Limits limits(String[] arguments) {
    return new Limits(
        Integer.parseInt(arguments[0]),
        Integer.parseInt(arguments[1]),
        Integer.parseInt(arguments[2]),
        Long.parseLong(arguments[3]),
        Integer.parseInt(arguments[4]),
        Duration.ofMillis(Long.parseLong(arguments[5])));
  }

  private static List<String> arguments(Limits limits) {
    return List.of(
        Integer.toString(limits.bytes()),
        Integer.toString(limits.pages()),
        Integer.toString(limits.characters()),
        Long.toString(limits.inflatedBytes()),
        Integer.toString(limits.memoryMegabytes()),
        Long.toString(limits.time().toMillis()));
  }

  private static String classPath() {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> part : PARTS) {
      CodeSource source = part.getProtectionDomain().getCodeSource();
      if (source == null) {
        return System.getProperty("java.class.path");
      }
      try {
        places.add(Path.of(source.getLocation().toURI()).toString());
      } catch (URISyntaxException e) {
        return System.getProperty("java.class.path");
      }
    }
    return String.join(File.pathSeparator, places);
  }
}
