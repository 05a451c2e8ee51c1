/**
 * Decides what a reader of a page sees: colours, covered areas, clipping, and hidden layers.
 *
 * <p>Colours are approximated without colour profiles, which is enough to compare text with its
 * background. Images are never decoded.
 */
@NullMarked
package org.openimr.ingest.extract.pdf.visibility;

import org.jspecify.annotations.NullMarked;
