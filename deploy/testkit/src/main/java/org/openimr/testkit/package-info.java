/**
 * Programs that share no code with this project, for tests: one way to ask whether they are there,
 * and one way to run Node.
 */
package org.openimr.testkit;
