package org.openimr.systemtest.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The code blocks of a Markdown page, in order. */
record MarkdownCodeBlocks(List<CodeBlock> blocks) {
  private static final String FENCE = "```";

  /** A fenced block and the language after its opening fence. */
  record CodeBlock(String language, String text) {}

  static MarkdownCodeBlocks of(Path file) throws IOException {
    List<CodeBlock> blocks = new ArrayList<>();
    String language = null;
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(FENCE)) {
        if (language == null) {
          language = line.substring(FENCE.length());
        } else {
          blocks.add(new CodeBlock(language, text.toString()));
          language = null;
        }
        text.setLength(0);
      } else if (language != null) {
        text.append(line).append('\n');
      }
    }
    return new MarkdownCodeBlocks(List.copyOf(blocks));
  }

  /**
   * Returns the commands of all {@code sh} blocks, one per line; a line that ends with a backslash
   * or within quotes continues on the next line.
   */
  List<String> commands() {
    List<String> commands = new ArrayList<>();
    String begun = "";
    for (String text : of("sh")) {
      for (String line : text.replaceAll("\\\\\n *", "").lines().toList()) {
        begun = begun.isEmpty() ? line : begun + " " + line.strip();
        if (begun.chars().filter(c -> c == '\'').count() % 2 == 0) {
          commands.add(begun);
          begun = "";
        }
      }
    }
    commands.removeIf(String::isBlank);
    return commands;
  }

  /** Returns the texts of all blocks of a language. */
  List<String> of(String language) {
    return blocks.stream()
        .filter(block -> block.language().equals(language))
        .map(CodeBlock::text)
        .toList();
  }
}
