package org.openimr.tools.generator.vocabulary;

import java.util.List;
import org.openimr.tools.generator.model.Era;

/** Names of guidelines and specialties in letters of an era. */
public interface GuidelineVocabulary {

  /** MTUS documents as printed in letters of an era. */
  List<Head> heads(Era era);

  /** Chapters of the Official Disability Guidelines. */
  List<Chapter> odgChapters();

  /** Boards and specialties of reviewers. */
  List<String> specialties();

  /**
   * An MTUS document.
   *
   * @param document title as in the catalogue
   * @param printed title as printed in letters
   * @param edition empty if letters print none
   * @param sections citable sections; may be empty
   */
  record Head(String document, String printed, String edition, List<Section> sections) {}

  /**
   * A section or topic of a document.
   *
   * @param firstPage 0 if letters print no pages
   */
  record Section(String name, int firstPage, int lastPage) {}

  /**
   * A chapter of the Official Disability Guidelines.
   *
   * @param name name as in the catalogue
   * @param spellings names as printed in letters
   */
  record Chapter(String name, List<String> spellings) {}
}
