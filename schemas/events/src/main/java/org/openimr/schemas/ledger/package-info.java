/**
 * What the services count in the same transaction as what they publish; reconciliation reads it.
 */
package org.openimr.schemas.ledger;
