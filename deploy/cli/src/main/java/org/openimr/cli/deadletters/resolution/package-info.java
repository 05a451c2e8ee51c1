/** Reads dead letters, and replays or discards each of them exactly once. */
package org.openimr.cli.deadletters.resolution;
