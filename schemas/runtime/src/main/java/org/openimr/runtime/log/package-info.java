/** The log of a service: human-readable lines, or one JSON object per line. */
package org.openimr.runtime.log;
