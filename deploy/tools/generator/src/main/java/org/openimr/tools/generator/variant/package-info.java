/**
 * Documents as they arrive: generated letters with page furniture, covers and mail around them,
 * several in one document, with lost or repeated pages, or marked up.
 */
@NullMarked
package org.openimr.tools.generator.variant;

import org.jspecify.annotations.NullMarked;
