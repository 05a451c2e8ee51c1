package org.openimr.cli.guidelines;

import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.citation.model.Guideline;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The catalogue that a command reads: the topic, or files. */
final class CatalogueSourceOptions {
  @Mixin private GuidelineTopicOptions topic;

  @ArgGroup private @Nullable FileOptions files;

  /** Options that exclude each other. */
  static final class FileOptions {
    @Option(
        names = "--files",
        paramLabel = "DIR",
        description = "Read guidelines.csv and topics.csv of a folder instead of the topic.")
    private Path directory;

    @Option(
        names = "--shipped",
        description = "Read the files of the project instead of the topic.")
    private boolean shipped;
  }

  /** Entries of the catalogue. */
  Collection<Guideline> entries() {
    if (files == null) {
      return topic.entries().values();
    }
    FileCatalogue catalogue =
        files.shipped ? FileCatalogue.shipped() : CatalogueFilesOption.load(files.directory);
    return catalogue.entries();
  }
}
