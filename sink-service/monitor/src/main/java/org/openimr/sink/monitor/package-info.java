/** What comes out, read as it is published and added up: for people who watch. */
package org.openimr.sink.monitor;
