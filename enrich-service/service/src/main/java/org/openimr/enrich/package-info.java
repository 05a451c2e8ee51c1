/** The enrich service: its settings, its start and its stop. */
package org.openimr.enrich;
