/** Steps that a broker needs once before any service starts. */
package org.openimr.local.setup;
