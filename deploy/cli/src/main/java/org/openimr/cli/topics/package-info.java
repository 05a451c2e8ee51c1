/** The commands that plan, create and read topics. */
package org.openimr.cli.topics;
