/** Generates the facts and prose of a synthetic case. */
package org.openimr.tools.generator.content;
