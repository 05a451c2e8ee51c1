/** {@code imr topics} and {@code imr tail}: plan, create and read topics. */
package org.openimr.cli.topics;
