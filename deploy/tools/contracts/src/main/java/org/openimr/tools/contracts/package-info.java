/**
 * Contract documents for consumers of events and senders of letters, generated from the topics and
 * schemas in the code so that they always match it.
 */
package org.openimr.tools.contracts;
