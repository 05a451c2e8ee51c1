package org.openimr.tools.generator.model;

import java.util.List;
import org.openimr.parser.letter.model.CaseSummary;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ReviewerCredentials;

/** All facts that a parser has to find in a letter. Lines of texts are joined by a single space. */
public record LetterLabel(
    LetterLayout layout,
    LetterHeader header,
    ReviewerCredentials reviewer,
    CaseSummary clinicalSummary,
    List<LabelledItem> items) {}
