/**
 * Dashboards and alert rules are files of this folder, not code; what is here are tests: that
 * queries ask for figures that services have, that alerts fire for what they are for, and that a
 * trace covers a letter.
 */
package org.openimr.observability;
