/**
 * The whole pipeline on one machine in containers is {@code compose.yaml} in this module's folder;
 * the code is tests of it alone.
 */
package org.openimr.compose;
