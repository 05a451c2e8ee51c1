package org.openimr.tools.generator.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openimr.tools.generator.model.SeededRandom;

/**
 * A grammar of phrases. A rule is a name with a colon on a line, below it its alternatives,
 * indented; {@code <name>} stands for an alternative of another rule, {@code <^name>} for the same
 * with a capital, {@code <2..9>} for a number, {@code <$name>} for what the scene holds.
 */
public final class PhraseGrammar {
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  /** What a text is about; appends what a {@code <$name>} stands for. */
  public interface PlaceholderResolver {
    void append(String name, SeededRandom dice, StringBuilder out);
  }

  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Reference(Rule rule, boolean capital) implements Part {}

  private record Number(int first, int last) implements Part {}

  private record Slot(String name, boolean capital) implements Part {}

  /** A rule; its alternatives are filled in once all rules are known. */
  public static final class Rule {
    private final List<String> sources = new ArrayList<>();
    private Part[][] alternatives;

    public void append(PlaceholderResolver scene, SeededRandom dice, StringBuilder out) {
      for (Part part : alternatives[dice.nextInt(alternatives.length)]) {
        switch (part) {
          case Literal literal -> out.append(literal.text());
          case Number number -> out.append(dice.nextIntBetween(number.first(), number.last()));
          case Reference reference -> {
            int start = out.length();
            reference.rule().append(scene, dice, out);
            capitalise(out, start, reference.capital());
          }
          case Slot slot -> {
            int start = out.length();
            scene.append(slot.name(), dice, out);
            capitalise(out, start, slot.capital());
          }
        }
      }
    }

    private static void capitalise(StringBuilder out, int at, boolean wanted) {
      if (wanted && at < out.length()) {
        out.setCharAt(at, Character.toUpperCase(out.charAt(at)));
      }
    }
  }

  /** Reads a grammar that lies beside this class. */
  static PhraseGrammar load(String name) {
    try (InputStream in = PhraseGrammar.class.getResourceAsStream(name)) {
      return new PhraseGrammar(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PhraseGrammar(String source) {
    Rule current = null;
    for (String line : source.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.charAt(0) == ' ') {
        current.sources.add(line.strip());
      } else {
        current = new Rule();
        rules.put(line.substring(0, line.indexOf(':')), current);
      }
    }
    for (Rule rule : rules.values()) {
      rule.alternatives = rule.sources.stream().map(this::parts).toArray(Part[][]::new);
    }
  }

  /** A rule by its name; unknown ones are mistakes of the grammar. */
  Rule rule(String name) {
    Rule rule = rules.get(name);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + name);
    }
    return rule;
  }

  private Part[] parts(String source) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < source.length()) {
      int open = source.indexOf('<', from);
      int end = open < 0 ? source.length() : open;
      if (end > from) {
        parts.add(new Literal(source.substring(from, end)));
      }
      from = end;
      if (open >= 0) {
        int close = source.indexOf('>', open);
        parts.add(part(source.substring(open + 1, close)));
        from = close + 1;
      }
    }
    return parts.toArray(Part[]::new);
  }

  private Part part(String name) {
    boolean capital = name.startsWith("^");
    String plain = capital ? name.substring(1) : name;
    int dots = plain.indexOf("..");
    if (dots > 0) {
      return new Number(
          Integer.parseInt(plain.substring(0, dots)), Integer.parseInt(plain.substring(dots + 2)));
    }
    return plain.startsWith("$")
        ? new Slot(plain.substring(1), capital)
        : new Reference(rule(plain), capital);
  }
}
