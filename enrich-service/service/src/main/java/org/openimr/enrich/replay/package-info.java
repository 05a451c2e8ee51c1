/** Replays letters with the parser of this build while the service runs. */
package org.openimr.enrich.replay;
