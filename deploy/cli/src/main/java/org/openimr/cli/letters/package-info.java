/** {@code imr parse} and {@code imr send}. */
package org.openimr.cli.letters;
