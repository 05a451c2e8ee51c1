/** {@code imr up}: runs the pipeline on this machine and prints decisions. */
package org.openimr.standalone.up;
