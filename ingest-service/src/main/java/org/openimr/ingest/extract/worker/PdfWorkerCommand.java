package org.openimr.ingest.extract.worker;

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
import org.openimr.ingest.extract.model.ExtractionLimits;

/** Builds the command line of a PDF worker: this JVM's Java with PDFBox and its dependencies. */
final class PdfWorkerCommand {
  private static final List<Class<?>> CLASS_PATH_ANCHORS =
      List.of(
          PdfWorkerMain.class,
          PDDocument.class,
          FontBoxFont.class,
          RandomAccessRead.class,
          LogFactory.class);

  private PdfWorkerCommand() {}

  static List<String> of(ExtractionLimits limits) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.maxMemoryMegabytes() + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-UsePerfData");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-XX:ErrorFile=/dev/null");
    command.add("-Djava.awt.headless=true");
    // disable logging: PDFBox's warnings may quote the document
    command.add(
        "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl");
    command.add("-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");
    command.add("-cp");
    command.add(classPath());
    command.add(PdfWorkerMain.class.getName());
    command.addAll(arguments(limits));
    return command;
  }

  static ExtractionLimits limits(String[] arguments) {
    return new ExtractionLimits(
        Integer.parseInt(arguments[0]),
        Integer.parseInt(arguments[1]),
        Integer.parseInt(arguments[2]),
        Long.parseLong(arguments[3]),
        Integer.parseInt(arguments[4]),
        Duration.ofMillis(Long.parseLong(arguments[5])));
  }

  private static List<String> arguments(ExtractionLimits limits) {
    return List.of(
        Integer.toString(limits.maxBytes()),
        Integer.toString(limits.maxPages()),
        Integer.toString(limits.maxCharacters()),
        Long.toString(limits.maxInflatedBytes()),
        Integer.toString(limits.maxMemoryMegabytes()),
        Long.toString(limits.maxTime().toMillis()));
  }

  private static String classPath() {
    Set<String> entries = new LinkedHashSet<>();
    for (Class<?> anchor : CLASS_PATH_ANCHORS) {
      CodeSource source = anchor.getProtectionDomain().getCodeSource();
      if (source == null) {
        return System.getProperty("java.class.path");
      }
      try {
        entries.add(Path.of(source.getLocation().toURI()).toString());
      } catch (URISyntaxException e) {
        return System.getProperty("java.class.path");
      }
    }
    return String.join(File.pathSeparator, entries);
  }
}
