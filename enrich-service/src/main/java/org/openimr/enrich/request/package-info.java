/** Reads what was requested: the treatment category of an item. */
package org.openimr.enrich.request;
