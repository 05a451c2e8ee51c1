package org.openimr.ingest.extract;

/** What became of a letter's bytes: its text, or the reason why there is none. */
public sealed interface Extraction permits Extracted, Refused {}
