/**
 * The contract with whoever reads events or sends letters, as documents for tools, made from the
 * topics and schemas of the code so that they can't say anything else.
 */
package org.openimr.tools.contracts;
