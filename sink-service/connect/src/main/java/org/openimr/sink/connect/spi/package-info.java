/** Interfaces that sink types implement, and the classes that they need for it. */
package org.openimr.sink.connect.spi;
