package org.openimr.cli.guidelines;

import java.nio.file.Path;
import java.util.Collection;
import org.openimr.parser.citation.model.Guideline;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which catalogue to look at: the topic's, or that of files. */
final class CatalogueSourceOptions {
  @Mixin private GuidelineTopicOptions topic;

  @ArgGroup private Files files;

  /** One of the two. */
  static final class Files {
    @Option(
        names = "--files",
        paramLabel = "DIR",
        description = "Look at guidelines.csv and topics.csv in a folder, not at the topic.")
    private Path folder;

    @Option(
        names = "--shipped",
        description = "Look at the files of the project, not at the topic.")
    private boolean shipped;
  }

  /** Its entries. */
  Collection<Guideline> entries() {
    if (files == null) {
      return topic.entries().values();
    }
    FileCatalogue catalogue =
        files.shipped ? FileCatalogue.shipped() : CatalogueFilesOption.load(files.folder);
    return catalogue.entries();
  }
}
