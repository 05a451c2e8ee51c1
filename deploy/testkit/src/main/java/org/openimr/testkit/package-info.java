/**
 * Support for tests. This package finds programs that share no code with this project, such as Node
 * and Chromium, and runs Node scripts.
 */
package org.openimr.testkit;
