/** Settings and lifecycle of the enrich service. */
package org.openimr.enrich;
