/** Maps parsed letters to Avro events. */
package org.openimr.enrich.mapping;
