package org.openimr.parser.letter.text;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of mail, service of documents, courts and offices that no rationale of a physician uses,
 * and the ways in which such text begins.
 */
public final class OfficeWords {
  private static final int SHORTEST = 2;

  private static final WordTable WORDS =
      WordTable.of(
          "addressee",
          "addressed",
          "adjuster",
          "affidavit",
          "affirm",
          "appeal",
          "appealed",
          "attorney",
          "attorneys",
          "attached",
          "attachment",
          "attachments",
          "calendar",
          "cc",
          "certify",
          "confidential",
          "confidentiality",
          "copied",
          "copies",
          "counsel",
          "county",
          "court",
          "courts",
          "custodian",
          "declarant",
          "declaration",
          "declare",
          "delete",
          "deliver",
          "delivered",
          "deposited",
          "disclosure",
          "distribution",
          "disseminate",
          "dissemination",
          "electronically",
          "email",
          "emails",
          "enclosed",
          "enclosure",
          "enclosures",
          "envelope",
          "executed",
          "facsimile",
          "fax",
          "faxed",
          "filed",
          "filing",
          "foregoing",
          "forwarded",
          "hereby",
          "hereto",
          "herein",
          "inbox",
          "judge",
          "lawyer",
          "letterhead",
          "liability",
          "litigation",
          "mail",
          "mailed",
          "mailing",
          "notary",
          "notified",
          "notify",
          "office",
          "offices",
          "our",
          "ours",
          "parties",
          "penalty",
          "perjury",
          "petition",
          "phone",
          "please",
          "postage",
          "prepaid",
          "privileged",
          "prohibited",
          "protected",
          "recipient",
          "recipients",
          "regards",
          "respectfully",
          "sealed",
          "sender",
          "served",
          "signature",
          "signed",
          "sincerely",
          "subpoena",
          "subscribed",
          "superior",
          "sworn",
          "telephone",
          "thank",
          "thanks",
          "transmitted",
          "truly",
          "undersigned",
          "unauthorized",
          "voicemail",
          "witness",
          "writ",
          "you",
          "your",
          "yours");

  /** The ways in which text of an office begins, by their first letter. */
  private static final Map<Character, List<String>> OPENINGS =
      Stream.of(
              "cc:",
              "cc ",
              "c.c.",
              "bcc:",
              "pc:",
              "copy to",
              "copies",
              "copy:",
              "enc:",
              "encl",
              "enclos",
              "attach",
              "sincerely",
              "respectfully",
              "very truly",
              "best regards",
              "kind regards",
              "regards",
              "signed",
              "/s/",
              "dated",
              "date:",
              "from:",
              "to:",
              "sent:",
              "sent from",
              "subject:",
              "re:",
              "fw:",
              "fwd:",
              "note:",
              "notes:",
              "tel:",
              "tel.",
              "phone:",
              "fax:",
              "distribution:",
              "served",
              "served on",
              "service list",
              "proof of",
              "declaration of",
              "certificate of",
              "certification of",
              "affidavit",
              "nb:",
              "p.s.",
              "ps:",
              "http",
              "www.",
              "by:",
              "page ",
              "end of",
              "dear ",
              "thank you",
              "reviewed by",
              "prepared by",
              "transcribed",
              "dictated",
              "file:",
              "c:",
              "distribution",
              "mailed",
              "hand delivered",
              "via ")
          .collect(Collectors.groupingBy(opening -> opening.charAt(0)));

  private OfficeWords() {}

  /** Returns whether text of an office, not of a rationale, begins at an offset. */
  public static boolean openAt(String text, int at, int to) {
    if (isRule(text, at, to)) {
      return true;
    }
    for (String opening : openingsOf(text.charAt(at))) {
      if (text.regionMatches(true, at, opening, 0, opening.length())
          && at + opening.length() <= to) {
        return true;
      }
    }
    return false;
  }

  private static List<String> openingsOf(char first) {
    return OPENINGS.getOrDefault(Character.toLowerCase(first), List.of());
  }

  /** Returns whether a line of underscores, dashes or similar begins at an offset. */
  private static boolean isRule(String text, int at, int to) {
    char c = text.charAt(at);
    return "_-=*~#".indexOf(c) >= 0
        && at + 2 < to
        && text.charAt(at + 1) == c
        && text.charAt(at + 2) == c;
  }

  /** Returns the number of different words of offices in a range. */
  public static int count(String text, int from, int to) {
    BitSet found = null;
    int i = from;
    while (i < to) {
      int start = i;
      while (i < to && Character.isLetter(text.charAt(i))) {
        i++;
      }
      int word = i - start < SHORTEST ? 0 : (int) WORDS.bitsOf(text, start, i);
      if (word > 0) {
        found = found == null ? new BitSet() : found;
        found.set(word);
      }
      i = Math.max(i, start + 1);
    }
    return found == null ? 0 : found.cardinality();
  }
}
