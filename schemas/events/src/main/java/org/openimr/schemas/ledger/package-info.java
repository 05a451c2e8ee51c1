/**
 * Counts that the services write in the same transaction as the published records, for
 * reconciliation.
 */
package org.openimr.schemas.ledger;
