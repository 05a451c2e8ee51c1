package org.openimr.ingest.extract.pdf.visibility;

/**
 * What a page paints besides text.
 *
 * @param imageShare share of the page that images cover; overlapping images count twice
 * @param plainImageShare share of the page that images without text on them cover
 * @param fillShare share of the page that is filled with other colours than white
 * @param curves number of segments of filled shapes that are no rectangles, e.g. outlined text
 */
public record PagePainting(
    double imageShare, double plainImageShare, double fillShare, long curves) {}
