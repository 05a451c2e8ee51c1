/** The catalogue as events: what the topic of guidelines holds, and how it gets there. */
package org.openimr.enrich.guideline;
