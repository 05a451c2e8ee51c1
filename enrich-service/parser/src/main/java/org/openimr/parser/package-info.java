/** Parses medical review letters, the guidelines they cite and the treatments they request. */
package org.openimr.parser;
