/** Makes up letters with their labels: the same for the same seed, as many as one wants. */
package org.openimr.tools.generator;
