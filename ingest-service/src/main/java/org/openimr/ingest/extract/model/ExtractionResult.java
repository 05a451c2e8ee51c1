package org.openimr.ingest.extract.model;

/** What became of a letter's bytes: its text, or the reason why there is none. */
public sealed interface ExtractionResult permits ExtractedText, ExtractionFailure {}
