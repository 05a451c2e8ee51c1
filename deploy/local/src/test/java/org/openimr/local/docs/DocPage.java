package org.openimr.local.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The blocks of code on a page of the docs, in their order. */
record DocPage(List<Block> blocks) {
  private static final String FENCE = "```";

  /** A block between fences, and the word behind the first. */
  record Block(String language, String text) {}

  static DocPage of(Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    String language = null;
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(FENCE)) {
        if (language == null) {
          language = line.substring(FENCE.length());
        } else {
          blocks.add(new Block(language, text.toString()));
          language = null;
        }
        text.setLength(0);
      } else if (language != null) {
        text.append(line).append('\n');
      }
    }
    return new DocPage(List.copyOf(blocks));
  }

  /**
   * The commands of all blocks marked {@code sh}: a line each, or lines that end in a backslash.
   */
  List<String> commands() {
    return of("sh").stream()
        .map(text -> text.replaceAll("\\\\\n *", ""))
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .toList();
  }

  /** The texts of all blocks of a language. */
  List<String> of(String language) {
    return blocks.stream()
        .filter(block -> block.language().equals(language))
        .map(Block::text)
        .toList();
  }
}
