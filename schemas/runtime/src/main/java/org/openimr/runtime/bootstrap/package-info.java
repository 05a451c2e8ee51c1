/** The lifecycle of a service: settings, start, periodic tasks, metrics and shutdown. */
package org.openimr.runtime.bootstrap;
