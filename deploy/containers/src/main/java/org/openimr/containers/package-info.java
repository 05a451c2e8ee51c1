/**
 * The images as users run them: locked down, on a network of containers, killed and cut off. What
 * services do in one process is tested elsewhere.
 */
package org.openimr.containers;
