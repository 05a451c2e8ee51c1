/** Generates any number of synthetic letters with their labels from a seed. */
package org.openimr.tools.generator;
