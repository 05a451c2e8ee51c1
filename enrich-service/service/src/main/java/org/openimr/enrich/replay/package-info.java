/** The history once more through the parser of this build, beside what runs. */
package org.openimr.enrich.replay;
