package org.openimr.ingest.extract.model;

/** The result of extracting a letter: its text, or the reason why it has none. */
public sealed interface ExtractionResult permits ExtractedText, ExtractionFailure {}
