/** The guideline catalogue as events: reading and loading the guidelines topic. */
package org.openimr.enrich.guideline;
