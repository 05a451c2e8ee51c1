/** {@code imr dlq}: lists, shows, replays and discards dead letters. */
package org.openimr.cli.deadletters;
